"""Where ticketing holds a contact's data: tickets, what was written on them, recovery cases, complaints."""
