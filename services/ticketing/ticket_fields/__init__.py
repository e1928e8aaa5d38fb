"""Fields that a desk declares for its tickets: what `custom` may hold, and what it must."""
