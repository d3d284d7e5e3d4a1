"""What contributions of those without wage are counted on."""
