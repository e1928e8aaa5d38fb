"""How long a service keeps what: nothing is removed by default that an operator did not give a number of days."""
