"""What people keep about texts: annotations, tags and their keys, and how far two people agree."""
