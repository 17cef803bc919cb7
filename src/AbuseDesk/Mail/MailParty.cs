namespace AbuseDesk.Mail;

/// <summary>Whom a mail goes to, or comes from: "Odile Varenne", "abuse@perch.example".</summary>
public sealed record MailParty(string Name, string Address);
