"""Views: lists of tickets that somebody has named, with counts that stop at 1,000."""
