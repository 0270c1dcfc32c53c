"""What tables share: what they say while empty, their widths, and copying their rows."""
