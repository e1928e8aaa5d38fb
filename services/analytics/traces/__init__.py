"""The whole story of one answer or one deal, over all services, in one answer."""
