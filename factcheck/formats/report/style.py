"""How a report looks: one style sheet for screens in light and dark, narrow and wide, and for paper."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #565656; --ground: #fdfcf9; --line: #cfcabd; --mark: #f4efe2;
  --claim: #17507f; --opinion: #744600; --unverified: #8c2626; --sourced: #1f5f38; --link: #17507f }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --soft: #b4afa4; --ground: #161616; --line: #45423c;
  --mark: #26241f; --claim: #93c4f0; --opinion: #eec07a; --unverified: #ffa3a0; --sourced: #93d9a8; --link: #93c4f0 } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0 auto; padding: 1.25rem 1rem 4rem; max-width: 62rem; color: var(--ink); background: var(--ground);
  font: 1.0625rem/1.6 Charter, "Bitstream Charter", Georgia, "Times New Roman", serif; overflow-wrap: anywhere }
header { border-top: 4px double var(--ink); padding-top: .5rem; margin-bottom: 2.2rem }
h1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance }
h1 { font-size: clamp(1.6rem, 1rem + 3.2vw, 2.6rem); letter-spacing: -.01em; max-width: 40rem; margin: .5rem 0 }
h2 { font-size: .8125rem; letter-spacing: .05em; text-transform: uppercase; margin: 0 0 .9rem; padding-top: .5rem;
  border-top: 1px solid var(--ink) }
section { margin: 0 0 2.6rem }
section h3 { font-size: .875rem; margin: 1.1rem 0 .3rem }
p, ul, ol { margin: .5rem 0 }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: .5rem; background: var(--ground) }
nav, h2, section > h3, small, .facts, .note, .source, .label, .open, li::before, summary, details p, figcaption,
table, dl { font-family: system-ui, sans-serif }
nav, .open, dl { font-size: .9375rem }
.facts, .note, .source, details, figcaption, small { color: var(--soft); font-size: .875rem; line-height: 1.5 }
.open { list-style: none; padding: 0; line-height: 1.7 }
.open li { margin: .35rem 0 }
.open a { display: inline-block; min-width: 1.7em; text-align: center; font-variant-numeric: tabular-nums }
#text ol { list-style: none; padding: 0; margin: 0 0 1.5rem }
#text li { display: grid; grid-template-columns: 2.4rem 7.2rem minmax(0, 37rem); column-gap: .9rem; margin: 0 0 .4rem }
#text { counter-reset: sentence }
#text li::before { counter-increment: sentence; content: counter(sentence); color: var(--soft);
  font-size: .75rem; line-height: 1.7rem; text-align: right; font-variant-numeric: tabular-nums }
#text li:target { background: var(--mark) }
#text h3 { margin: 0; font-size: 1.3rem; line-height: 1.3 }
#text ol:has(h3) { margin: 2rem 0 .6rem }
.label { font-size: .8125rem; font-weight: 600; line-height: 1.7rem }
.label b { font-weight: 800 }
.claim { color: var(--claim) } .opinion { color: var(--opinion) } .unverified { color: var(--unverified) }
.sourced { color: var(--sourced) } .none, .skipped { color: var(--soft); font-weight: 400 }
.disputed .none { color: var(--ink); font-weight: 700 }
.disputed .said { border-left: 4px double var(--ink); margin-left: -.9rem; padding-left: calc(.9rem - 4px) }
.said p { margin: 0 }
.said .note, .said .source, details { margin: .1rem 0 }
summary { cursor: pointer; width: fit-content; padding: .15rem 0 }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: .875rem; line-height: 1.5; font-variant-numeric: tabular-nums }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem }
th, td { padding: .4rem 0 .4rem .9rem; text-align: right; border-bottom: 1px solid var(--line); vertical-align: top }
thead th { font-weight: 400; color: var(--soft); vertical-align: bottom }
th, td { overflow-wrap: normal; white-space: nowrap }
th:first-child { text-align: left; padding-left: 0 }
tbody th:first-child { font-weight: 600; min-width: 5rem; overflow-wrap: anywhere; white-space: normal }
.index table { width: 100% }
.index tbody th:first-child { min-width: 12rem }
.index small { display: block; font-size: .8125rem; font-weight: 400 }
.progress { white-space: nowrap }
.bar { margin: .25rem 0 0 auto; color: var(--claim) }
.bar rect { fill: currentColor } .bar .all { fill: var(--line) }
figure { margin: 0 0 1rem }
.week { color: var(--claim) }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1.2rem; margin: .6rem 0 }
dt { color: var(--soft) }
dd { margin: 0 }
svg { display: block; max-width: 100%; height: auto }
svg text { fill: var(--ink) }
@media (min-width: 62rem) {
  .article #glance { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 3rem; align-items: start }
  .article #glance > :not(figure, .wide) { grid-column: 1 / -1 }
}
@media (max-width: 40rem) {
  h1 { margin: .3rem 0 }
  #text li { grid-template-columns: auto minmax(0, 1fr); column-gap: .6rem; margin-bottom: .8rem }
  #text li::before, .label { line-height: 1.4 }
  .said { grid-column: 1 / -1 }
  .disputed .said { margin-left: 0 }
  table { font-size: .75rem }
  th, td { padding: .3rem .35rem .3rem 0; white-space: normal }
  thead th:not(:first-child) { writing-mode: vertical-rl; white-space: nowrap }
  .index tbody th:first-child, tbody th:first-child { min-width: 5.5rem }
  .index small { font-size: .6875rem }
  .bar { width: 2.5rem }
}
@page { margin: 1.6cm }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --ground: #fff; --line: #999; --mark: #fff; --claim: #000;
    --opinion: #000; --unverified: #000; --sourced: #000; --link: #000 }
  html { font-size: 9.5pt }
  body { max-width: none; padding: 0; line-height: 1.45 }
  .skip { display: none }
  header { margin-bottom: 1.2rem }
  section { margin-bottom: 1.4rem }
  h2, h3 { break-after: avoid }
  .wide { overflow: visible }
  table { font-size: 8.5pt }
  #text li { margin-bottom: .2rem }
  #text li, .open li, tr, figure { break-inside: avoid }
  a { text-decoration: none }
  details, summary, details p { display: inline; list-style: none }
  details > p::after { content: " · " }
  details > p:last-child::after { content: none }
  summary::after { content: " – " }
  details::details-content { display: contents; content-visibility: visible; block-size: auto }
}
"""
