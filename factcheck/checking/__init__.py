"""What `check` looks for and how it goes through a desk; how findings are shown is the formats' business."""
