"""How a report looks: one style sheet for screens in light and dark, narrow and wide, and for paper."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #565656; --ground: #fdfcf9; --line: #b9b4a8;
  --claim: #17507f; --opinion: #744600; --unverified: #8c2626; --sourced: #1f5f38; --open: #565656; --link: #17507f }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --soft: #b4afa4; --ground: #161616; --line: #55524b;
  --claim: #93c4f0; --opinion: #eec07a; --unverified: #ffa3a0; --sourced: #93d9a8; --open: #b4afa4; --link: #93c4f0 } }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 52rem; color: var(--ink); background: var(--ground);
  font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.25; font-weight: 600; text-wrap: balance }
h1 { font-size: 1.9rem; margin: 0 0 .4rem }
h2 { font-size: 1.2rem; margin: 3rem 0 .8rem; padding-top: .6rem; border-top: 1px solid var(--line) }
p, ul, ol { margin: .6rem 0 }
a { color: var(--link); text-underline-offset: .15em }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: .5rem; background: var(--ground) }
.facts, .note, .source, summary, details p, figcaption, table, .label, nav, dl { font-family: system-ui, sans-serif }
.facts, .note, .source, details, figcaption { color: var(--soft); font-size: .875rem }
.open { list-style: none; padding: 0 }
.open li { margin: .3rem 0 }
.open a { display: inline-block; padding: 0 .2em; min-width: 1.6em; text-align: center }
#text ol { list-style: none; padding: 0; margin: 0 0 1.4rem }
#text li { display: grid; grid-template-columns: 9rem minmax(0, 36rem); column-gap: 1.2rem; margin: 0 0 .55rem }
#text li:target { outline: 2px solid var(--line); outline-offset: .3rem }
#text h3 { margin: 1.6rem 0 .6rem; font-size: 1.15rem }
#text h3, #text .said { margin-left: 0 }
.label { font-size: .8125rem; font-weight: 600; line-height: 1.7rem; text-align: right }
.label b { font-weight: 800 }
.claim { color: var(--claim) } .opinion { color: var(--opinion) } .unverified { color: var(--unverified) }
.sourced { color: var(--sourced) } .none, .skipped { color: var(--open) }
.disputed .said { border-left: 4px double var(--unverified); padding-left: .7rem }
.said p { margin: .15rem 0 }
summary { cursor: pointer; width: fit-content; padding: .1rem 0 }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem }
th, td { padding: .3rem .9rem .3rem 0; text-align: right; border-bottom: 1px solid var(--line); vertical-align: top }
th, td { overflow-wrap: normal; white-space: nowrap }
th:first-child, td:first-child { text-align: left }
tbody th:first-child { min-width: 9rem; overflow-wrap: anywhere; white-space: normal }
figure { margin: 1rem 0 }
.week { color: var(--claim) }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1.2rem; margin: .6rem 0;
  font-size: .9375rem }
dt { color: var(--soft) }
dd { margin: 0 }
svg { display: block; max-width: 100%; height: auto }
svg text { fill: var(--ink) }
@media (max-width: 40rem) {
  body { padding-top: 1rem }
  h1 { font-size: 1.5rem }
  #text li { grid-template-columns: minmax(0, 1fr) }
  .label { text-align: left; line-height: 1.4 }
  table { font-size: .75rem }
  th, td { padding: .3rem .35rem .3rem 0; white-space: normal }
  thead th:not(:first-child) { writing-mode: vertical-rl; white-space: nowrap; vertical-align: bottom }
  tbody th:first-child { min-width: 5.5rem }
}
@page { margin: 1.6cm }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --ground: #fff; --line: #999; --claim: #000;
    --opinion: #000; --unverified: #000; --sourced: #000; --open: #000; --link: #000 }
  body { max-width: none; padding: 0; font-size: 10.5pt }
  h2, h3 { break-after: avoid }
  .wide { overflow: visible }
  table { font-size: 8.5pt }
  #text li, tr, figure { break-inside: avoid }
  a { text-decoration: none }
  details::details-content { content-visibility: visible; block-size: auto }
}
"""
