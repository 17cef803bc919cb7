using System.Text.RegularExpressions;
using MimeKit;

namespace AbuseDesk.Mail;

/// <summary>Refuses what would change a header, or cannot be delivered, before it is queued.</summary>
internal static partial class MailCheck
{
    /// <exception cref="DeskException">A field holds a line break, an address is none, or nobody is addressed.</exception>
    public static void Demand(OutgoingMail mail)
    {
        if (mail.To.Count == 0)
            throw new DeskException($"The mail about {Shown.Briefly(mail.Ref)} has no recipient; give the customer a contact, or the person an address.");
        if (!Token().IsMatch(mail.Kind) || !Token().IsMatch(mail.Ref) || mail.CaseRef is { } caseRef && !Token().IsMatch(caseRef) || mail.ThreadRef is { } thread && !Token().IsMatch(thread))
            throw new DeskException($"The mail about “{Shown.Briefly(mail.Ref)}” has a kind or reference that is not letters, digits and hyphens.");
        if (mail.InReplyTo is { } answered && !MessageId().IsMatch(answered))
            throw new DeskException($"“{Shown.Briefly(answered)}” is no Message-ID that a mail could answer.");
        OneLine("subject", mail.Subject);
        foreach (var party in mail.Everybody)
            DemandAddress(party);
        foreach (var file in mail.Attachments)
        {
            OneLine("name of an attached file", file.FileName);
            if (!ContentType.TryParse(file.MediaType, out _) || file.MediaType.Any(char.IsControl))
                throw new DeskException($"“{Shown.Briefly(file.MediaType)}” is no media type for {Shown.Briefly(file.FileName)}.");
        }
    }

    private static void DemandAddress(MailParty party)
    {
        OneLine("name of a recipient", party.Name);
        // the parser also reads comments and quoted parts, which no contact needs and which could hide a second address
        var plain = !party.Address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '(' or ')' or '"');
        if (!plain || !MailboxAddress.TryParse(party.Address, out var read) || read.Address != party.Address || !party.Address.Contains('@', StringComparison.Ordinal))
            throw new DeskException($"“{Shown.Briefly(party.Address)}” is no mail address; correct the contact.");
    }

    private static void OneLine(string what, string text)
    {
        if (text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
            throw new DeskException($"The {what}, “{Shown.Briefly(text)}”, must be one line without control characters.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[!-;=?-~]+@[!-;=?-~]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex MessageId();
}
