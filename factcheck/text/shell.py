"""Commands that we suggest, quoted so that they do what they say when pasted into a shell."""

from __future__ import annotations


def shell_command(*words: str) -> str:
    r"""Return words as one line for a POSIX shell; hidden characters in them become escapes of `$'...'`.

    `$'...'` is understood by bash, zsh, ksh and POSIX shells from 2024 on; only names that no other quotes can show
    need it. A path that begins with a dash must be given as `./-x`: see `file`.

    >>> shell_command("cat", "x$(id).txt"), shell_command("cat", "two\nlines")
    ("cat 'x$(id).txt'", "cat $'two\\nlines'")
    """
    return " ".join(map(_word, words))


def file(path: str) -> str:
    """Return a path that no command takes for an option.

    >>> file("-n.txt"), file("news/-n.txt")
    ('./-n.txt', 'news/-n.txt')
    """
    return f"./{path}" if path.startswith("-") else path


def _word(word: str) -> str:
    if word.isprintable():
        import shlex  # noqa: PLC0415 - 2 ms, and most runs suggest nothing

        return shlex.quote(word)
    return "$'" + "".join(map(_escape, word)) + "'"


def _escape(sign: str) -> str:
    """Return a character as it stands between `$'` and `'`."""
    if sign in "\\'":
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    if sign == "\n":
        return "\\n"
    raw = sign.encode("utf-8", "surrogateescape" if "\udc80" <= sign <= "\udcff" else "surrogatepass")
    return "".join(f"\\x{byte:02x}" for byte in raw)
