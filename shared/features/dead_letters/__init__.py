"""Facts that could not be applied: look at them, replay them after the fix, or discard them with a reason."""
