namespace AbuseDesk.Mail.Receiving;

/// <summary>Something that was reported about a mail that the desk may have sent.</summary>
/// <param name="Ids">What the mail may be called: Message-IDs without angle brackets, envelope ids, the id of a service; the surest first.</param>
/// <param name="Event">What became of it for one recipient.</param>
/// <param name="FinalRecipient">Where the mail was on its way to in the end; the address that it was sent to where that is not told otherwise.</param>
public sealed record DeliveryNews(IReadOnlyList<string> Ids, MailEvent Event, string FinalRecipient);
