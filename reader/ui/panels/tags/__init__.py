"""The codebook: tags in their tree with their keys."""
