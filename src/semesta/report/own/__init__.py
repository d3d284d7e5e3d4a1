"""An office's own Word templates: its letterhead and wording, our figures."""
