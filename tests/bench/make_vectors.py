"""Make resources/vectors from the word pieces of all-MiniLM-L6-v2; run by hand, once.

    python tests/bench/make_vectors.py MODEL_FOLDER resources/vectors

MODEL_FOLDER holds model.safetensors and vocab.txt of sentence-transformers/all-MiniLM-L6-v2
(Apache-2.0). Only its table of word-piece embeddings is used: centred, turned by a principal
component analysis onto its 128 strongest directions and rounded to signed bytes. Pieces that are
not Latin letters, digits or common signs are left out, since the model knows English alone.
"""

from __future__ import annotations

import json
import struct
import sys
import unicodedata
from pathlib import Path

import numpy as np

WIDTH = 128
EMBEDDINGS = "embeddings.word_embeddings.weight"
CLIPPED = 1.6
"""The table's largest number over the largest that is kept whole: the few beyond are clipped."""


def embeddings(model: Path) -> np.ndarray:
    """The word-piece embeddings, read from the safetensors container without a library."""
    content = model.read_bytes()
    (length,) = struct.unpack_from("<Q", content)
    entry = json.loads(content[8 : 8 + length])[EMBEDDINGS]
    if entry["dtype"] != "F32":
        raise SystemExit(f"{EMBEDDINGS} holds {entry['dtype']}, not F32")
    start, end = entry["data_offsets"]
    table = np.frombuffer(content[8 + length + start : 8 + length + end], dtype="<f4")
    return table.reshape(entry["shape"])


def is_kept(piece: str) -> bool:
    """Whether a piece can be part of an English word."""
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 1:
        return False
    return all(c.isascii() or "LATIN" in unicodedata.name(c, "") for c in piece)


def main(model_folder: Path, target: Path) -> None:
    table = embeddings(model_folder / "model.safetensors").astype(np.float64)
    vocabulary = (model_folder / "vocab.txt").read_text("utf-8").split("\n")[: len(table)]
    kept = [row for row, piece in enumerate(vocabulary) if is_kept(piece)]
    rows = table[kept]
    rows = rows - rows.mean(axis=0)
    strengths, directions = np.linalg.eigh(rows.T @ rows / len(rows))
    strongest = directions[:, np.argsort(-strengths)[:WIDTH]]
    signs = np.sign(strongest[np.abs(strongest).argmax(axis=0), np.arange(WIDTH)])
    turned = rows @ (strongest * signs)
    scaled = np.round(turned / np.abs(turned).max() * 127 * CLIPPED)
    target.mkdir(parents=True, exist_ok=True)
    (target / "pieces.txt").write_bytes("".join(f"{vocabulary[row]}\n" for row in kept).encode())
    (target / "table.int8").write_bytes(np.clip(scaled, -127, 127).astype(np.int8).tobytes())
    print(f"{len(kept)} word pieces of {WIDTH} numbers written to {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
