namespace AbuseDesk.Notices.Pdf;

/// <summary>What is to be told of a PDF that was written to a stream.</summary>
public sealed record DrawnPdf(int Pages, PdfLacks Lacks);
