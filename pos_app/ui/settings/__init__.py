"""The Settings page: a section for each thing that can be set up."""
