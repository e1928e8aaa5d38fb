"""What customers are given to make good: refunds, credits, gifts, and who may give how much alone."""
