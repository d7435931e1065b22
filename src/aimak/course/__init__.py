"""Units, exercises built from their sources, the release gate, lessons built for papermill."""
