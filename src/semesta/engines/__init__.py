"""The engines that hold large tables: each opens and writes them, nothing else. What is computed is said in narwhals."""
