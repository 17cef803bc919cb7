namespace AbuseDesk.Mail;

/// <summary>A file that goes with a mail, byte for byte: "N-2021-0036.pdf", "application/pdf".</summary>
public sealed record MailAttachment(string FileName, string MediaType, byte[] Content);
