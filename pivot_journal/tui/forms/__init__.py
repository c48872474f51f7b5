"""What is filled in beside the live preview; half-typed forms are kept as drafts."""
