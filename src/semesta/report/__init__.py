"""What people hold in their hands: one content model, written as PDF, DOCX and XLSX."""
