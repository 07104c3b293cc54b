"""Reports on the labels of a desk: what is open, a page an article, and a site of them."""
