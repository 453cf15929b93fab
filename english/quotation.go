package english

func quotations(d *Document) []Quotation { return nil }
