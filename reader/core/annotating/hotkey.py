"""The keys of tags: one letter or digit, alone or with Ctrl and Shift, written one way."""

from __future__ import annotations

_MODIFIERS = {"ctrl": "Ctrl", "control": "Ctrl", "strg": "Ctrl", "shift": "Shift"}
_ORDER = ("Ctrl", "Shift")


def hotkey_of(told: str) -> str | None:
    """A key as it is kept ('shift + g' is 'Shift+G'); None for what no tag can have.

    The form is Qt's portable text of a key sequence of one key, which this module need not know.
    """
    *modifiers, key = (part.strip() for part in told.split("+"))
    worn = {_MODIFIERS.get(modifier.casefold(), "") for modifier in modifiers}
    letter = key.upper()
    if "" in worn or len(worn) < len(modifiers) or len(letter) != 1 or not letter.isalnum():
        return None
    return "+".join((*(modifier for modifier in _ORDER if modifier in worn), letter))


def on_all_readings(hotkey: str) -> str | None:
    """The key that tags all readings of a passage: with Shift; None where Shift is in it."""
    return None if "Shift+" in hotkey else hotkey_of(f"Shift+{hotkey}")


def and_go_on(hotkey: str) -> str | None:
    """The key that tags and goes on to the next passage: with Ctrl; None where Ctrl is in it."""
    return None if "Ctrl+" in hotkey else hotkey_of(f"Ctrl+{hotkey}")
