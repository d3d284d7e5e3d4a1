"""The office: pages, people's work and jobs over the pure half. The only part that knows Django."""
