"""ruamel.yaml's scanner with tabs where YAML 1.2 has them: between a colon and its value, and at a line's end."""

from __future__ import annotations

from ruamel.yaml.scanner import Scanner

#: What ends a line, or the text.
_ENDS = "\n\r\x85\u2028\u2029\0"


class TabScanner(Scanner):
    """Reads `label:<tab>claim` and `label: claim<tab>`, which ruamel.yaml refuses.

    A tab is still no indentation (YAML 1.2.2 sections 6.1 and 6.2), and it is not read before a colon, after a dash or
    within a value without quotes.
    """

    def scan_to_next_token(self) -> None:
        """Pass over blanks, line ends and comments."""
        super().scan_to_next_token()
        while self.reader.peek() == "\t" and self._separates():
            while self.reader.peek() in " \t":
                self.reader.forward()
            super().scan_to_next_token()

    def _separates(self) -> bool:
        """Return whether the blanks here follow a colon, or a comment or the line's end follows them."""
        length = 0
        while (sign := self.reader.peek(length)) in " \t":
            length += 1
        here = self.reader.pointer
        return sign in _ENDS or sign == "#" or self.reader.buffer[max(here - 80, 0) : here].rstrip(" ").endswith(":")
