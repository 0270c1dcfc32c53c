"""What each stretch of an article is for its reader: article, caption, label, or page around it."""

from __future__ import annotations

from reader.core.text.blocks.find import find_blocks
from reader.core.text.blocks.wrapping import flowing

__all__ = ["find_blocks", "flowing"]
