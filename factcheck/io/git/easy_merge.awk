# Merge three versions of a sidecar where nobody has to judge anything, as git asks for one merge after the other and
# awk starts fifty times faster than Python.
#
#     LC_ALL=C awk -f easy_merge.awk BASE OURS THEIRS
#
# Exit 0: the merged file is on standard output, and it is byte for byte what `factcheck merge-driver` would write.
# Anything else: nothing is written, and the three are left to that. So is every file with a line that is not in
# canonical form (a comment, a field that nobody knows), and every merge in which both sides changed one part of a
# record, but for a new label on what the other side edited; or in which both changed which records there are.

BEGIN {
    names = "factcheck article annotator language note unsure text skip label source url was was_label reason over"
    count = split(names, name, " ")
    for (at = 1; at <= count; at++) rank[name[at]] = at
    quoted = "\"([^\"\\\\]|\\\\[\"\\\\nt])+\""
    label = "(claim|opinion|unverified|sourced)"
    field = "^  (note|text|skip|source|url|was|reason|over): " quoted "$|^  was_label: " label "$|^  label:( " label ")?$"
    head = "^article: (" quoted "|[A-Za-z][A-Za-z0-9._-]*)$|^annotator: (\"?)[a-z0-9]+(-[a-z0-9]+)*(\"?)$|^language: [a-z][a-z][a-z]?$"
}

FNR == 1 {
    if (side) finish()
    side++
    section = "header"; id = ""; last = 0; before = ""
}

!($0 in kinds) { kinds[$0] = kind($0) }

{
    found = kinds[$0]
    if (found == "blank") {
        if (section == "header" || before == "blank") give_up()
    } else if (found == "id") {
        if (before != "blank") give_up()
        if (id != "") end_record()
        id = substr($0, 7); last = 0
        if ((side, id) in there) give_up()
        there[side, id]
        order[side] = order[side] " " id
    } else if (found == "sentences:") {
        if (section != "header" || !is_whole_header()) give_up()
        section = found
    } else if (found == "retired:") {
        if (before != "blank" || section != "sentences:") give_up()
        end_record()
        section = found; id = ""
        order[side] = order[side] " " found
    } else if (found in rank && rank[found] > last) {
        last = rank[found]
        if (section == "header") add_header()
        else add_field()
    } else if (found == "schema" && FNR == 1) header[side, found] = $0 "\n"
    else give_up()
    before = found
}

END {
    if (failed) exit 1
    finish()
    if (side != 3 || header[1, "annotator"] != header[2, "annotator"] || header[1, "annotator"] != header[3, "annotator"]) give_up()
    if (decided && header[1, "annotator"] != "") give_up()
    merged = pick(header[1, "schema"], header[2, "schema"], header[3, "schema"])
    for (at = 1; at <= rank["language"]; at++)
        merged = merged pick(header[1, name[at]], header[2, name[at]], header[3, name[at]])
    merged = merged "sentences:\n"
    records()
    if (length(merged) > 4000000) give_up()
    printf "%s", merged
}

# Return what a line is; empty for one that we would not write.
function kind(line) {
    if (line == "") return "blank"
    if (line == "sentences:" || line == "retired:") return line
    if (line == "factcheck: 1" || line == "  unsure: true") return named(line)
    if (line ~ /^- id: s[0-9a-f]+$/ && length(line) == 17) return "id"
    if (line ~ /[^ -~\200-\377]/ || (line ~ /[\200-\377]/ && !is_utf8(line))) return ""
    if (line ~ /^# yaml-language-server: [!-~]+$/) return "schema"
    return line ~ field || (line ~ head && line !~ /^article: .*\//) ? named(line) : ""
}

# Return the name of the field that a line begins with.
function named(line) {
    sub(/^ +/, "", line)
    sub(/:.*/, "", line)
    return line
}

# Return whether the bytes beyond ASCII are printable UTF-8.
function is_utf8(line) {
    gsub(/[\342-\354\356][\200-\277][\200-\277]|[\303-\337][\200-\277]|\302[\240-\277]|\341[\200-\277][\200-\277]/, "", line)
    gsub(/\340[\240-\277][\200-\277]|\355[\200-\237][\200-\277]|\357[\200-\276][\200-\277]|\357\277[\200-\275]/, "", line)
    gsub(/\360[\220-\277][\200-\277][\200-\277]|[\361-\363][\200-\277][\200-\277][\200-\277]/, "", line)
    return line !~ /[\200-\377]/
}

function is_whole_header() {
    return (side, "factcheck") in header && (side, "article") in header && (side, "language") in header
}

function add_header() {
    if (last > rank["language"]) give_up()
    header[side, found] = $0 "\n"
}

# Add a line to the record, in the part of it that is merged as one: the label goes with all that belongs to it.
function add_field() {
    if (id == "" || last <= rank["language"]) give_up()
    if (found == "note" || found == "unsure") part[side, id, found] = $0 "\n"
    else part[side, id, "label"] = part[side, id, "label"] $0 "\n"
    if (found == "text" || found == "label") there[side, id] = there[side, id] found
    if (found == "text") text[side, id] = $0
    if (found == "reason" || found == "over") decided = 1
}

function end_record() {
    if (there[side, id] != "textlabel") give_up()
}

# Look whether a file ends with a whole record.
function finish() {
    if (id == "" || before == "blank") give_up()
    end_record()
}

# Return what one side made of something; give up where both did, in different ways.
function pick(base, ours, theirs) {
    if (theirs == ours || theirs == base) return ours
    if (ours != base) give_up()
    return theirs
}

# Add the records to what is merged, as they follow each other on the side that changed that.
function records(    number, at, ids, chosen) {
    number = split(pick(order[1], order[2], order[3]), ids, " ")
    for (at = 1; at <= number; at++) {
        chosen[ids[at]]
        merged = merged "\n" (ids[at] == "retired:" ? "retired:\n" : record(ids[at]))
    }
    for (side = 2; side <= 3; side++) {
        number = split(order[side], ids, " ")
        for (at = 1; at <= number; at++)
            if (ids[at] != "retired:" && !((1, ids[at]) in there)) added[side, text[side, ids[at]]]
    }
    number = split(order[1], ids, " ")
    for (at = 1; at <= number; at++) if (ids[at] != "retired:") taken_out(ids[at], ids[at] in chosen)
}

function record(id) {
    if (!((1, id) in there) && (2, id) in there && (3, id) in there && whole(2, id) != whole(3, id)) give_up()
    return "- id: " id "\n" merged_part(id, "note") merged_part(id, "unsure") merged_part(id, "label")
}

function merged_part(id, which,    base, ours, theirs) {
    base = part[1, id, which]; ours = part[2, id, which]; theirs = part[3, id, which]
    if (which == "label" && ours != theirs && ours != base && theirs != base) return settled(id)
    return pick(base, ours, theirs)
}

# Return what comes of a sentence that had no label, where one side edited it and the other gave it one: a label given to
# the new words stays, one given to the old words waits to be confirmed.
function settled(id,    editor, labeller) {
    editor = is_open(2, id) ? 2 : 3
    labeller = 5 - editor
    if (!is_open(1, id) || !is_open(editor, id)) give_up()
    if (text[labeller, id] == text[editor, id]) return part[labeller, id, "label"]
    if (text[labeller, id] != text[1, id]) give_up()
    return waiting(text[editor, id], text[1, id], substr(part[labeller, id, "label"], length(text[1, id]) + 2))
}

# Return whether nothing was decided about a sentence.
function is_open(side, id) {
    return part[side, id, "label"] == text[side, id] "\n  label:\n"
}

# Return the lines of a sentence with a label that was given to its old words; `given` is all that was said about those.
function waiting(new, old, given,    at) {
    if (given !~ /^  label: [a-z]+\n(  (source|url): [^\n]*\n)*$/) give_up()
    at = index(given, "\n")
    sub(/^  text:/, "  was:", old)
    return new "\n  label:\n" substr(given, at + 1) old "\n  was_label: " substr(given, 10, at - 10) "\n"
}

function whole(side, id) {
    return part[side, id, "note"] part[side, id, "unsure"] part[side, id, "label"]
}

# Give up where a side worked on what the other took out, or where what it took out is what it added under another id.
function taken_out(id, stays,    at) {
    for (at = 2; at <= 3; at++) {
        if (!((at, id) in there) && (at, text[1, id]) in added) give_up()
        if (!stays && (at, id) in there && whole(at, id) != whole(1, id)) give_up()
    }
}

function give_up() {
    failed = 1
    exit 1
}
