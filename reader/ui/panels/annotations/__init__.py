"""The list of annotations: grouped, filtered, searched, and worked on in bulk."""
