"""What every API has alike: who may ask, one transaction a request, problems, field types, pages, docs."""
