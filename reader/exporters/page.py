"""The frame of an HTML report: its policy, its style and what its marks mean."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --page: #fcfbf8; --ink: #1c1b1a; --quiet: #5f5b55;
  --line: #d8d4cc; --verbatim: #0068a8; --near: #00735c; --words: #8e3f7c; --conflict: #b34700; }
@media (prefers-color-scheme: dark) { :root { --page: #17181a; --ink: #e9e6e1; --quiet: #b5b0a8;
  --line: #3a3b3e; --verbatim: #56b4e9; --near: #2bc49b; --words: #d79bc7; --conflict: #f0a24b; } }
body { background: var(--page); color: var(--ink); font: 16px/1.5 Georgia, serif; margin: 2rem auto;
  max-width: 90rem; padding: 0 1rem; }
h1, h2, h3, th, small, .legend, .about { font-family: system-ui, sans-serif; }
small, .legend { color: var(--quiet); }
.legend { white-space: normal; }
table { border-collapse: collapse; }
td, th { border-top: 1px solid var(--line); padding: .5rem .75rem; text-align: start;
  vertical-align: top; }
.wide { overflow-x: auto; }
.passages { table-layout: fixed; width: 100%; min-width: calc(var(--articles) * 14rem); }
.about td { border-top: 2px solid var(--quiet); font-size: .85rem; }
.about p { margin: .2rem 0; }
.passages p:first-child { margin-top: 0; }
.passages p:last-child { margin-bottom: 0; }
p, li { unicode-bidi: plaintext; white-space: pre-line; }
.verbatim { text-decoration: underline solid 2px var(--verbatim); text-underline-offset: .25em; }
.near { text-decoration: underline dashed 2px var(--near); text-underline-offset: .25em; }
.near:not(.same) { text-decoration: underline double 3px var(--near); }
.paraphrase { text-decoration: underline dotted 2px var(--words); text-underline-offset: .25em; }
span.conflict { border: 2px solid var(--conflict); padding: 0 .15em; }
/* Faces that have these signs drawn as one: put together from two, the stroke misses the bars. */
.sign, span.conflict::before { font-family: "Segoe UI Symbol", "DejaVu Sans", "Apple Symbols",
  math, sans-serif; }
span.conflict::before { content: "≠\\00a0"; color: var(--conflict); }
p.conflict { color: var(--conflict); font-weight: bold; }
.warning { border: 2px solid var(--conflict); padding: .5rem; }
/* Paper is white and has no sideways scroll: all columns stand on it, however narrow. */
@media print { @page { size: landscape; margin: 12mm; }
  :root { color-scheme: light; --page: #fff; --ink: #000; --quiet: #444; --line: #ccc;
    --verbatim: #0068a8; --near: #00735c; --words: #8e3f7c; --conflict: #b34700; }
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  .wide { overflow: visible; } .wide table { table-layout: fixed; width: 100%; min-width: 0; }
  td, th { padding: .3rem .4rem; overflow-wrap: break-word; }
  .about, p, li { break-inside: avoid; } .about, h2, h3 { break-after: avoid; } }
"""

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""

LEGEND = """<p class="legend"><span class="verbatim">word for word</span> &middot;
<span class="near same">nearly</span> <span class="near">(changed words)</span> &middot;
<span class="paraphrase">in other words</span> &middot; <span class="conflict">conflict</span></p>
"""
