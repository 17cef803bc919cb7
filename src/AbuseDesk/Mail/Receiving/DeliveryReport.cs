using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace AbuseDesk.Mail.Receiving;

/// <summary>Reads a delivery status notification (RFC 3464).</summary>
internal static partial class DeliveryReport
{
    /// <summary>Whether the mail is a report of delivery, also one that says nothing that can be read.</summary>
    public static bool Is(MimeMessage message) =>
        message.BodyParts.OfType<MessageDeliveryStatus>().Any()
        || message.Body is MultipartReport { ReportType: { } type } && type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase);

    /// <param name="message">A report.</param>
    /// <param name="sha256">Of its bytes.</param>
    /// <param name="heard">When it was read: what it counts as where it has no date.</param>
    public static IReadOnlyList<DeliveryNews> Read(MimeMessage message, string sha256, Instant heard)
    {
        var status = message.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault();
        if (status is null || status.StatusGroups.Count == 0) return [];
        var ids = Ids(message, status.StatusGroups[0]);
        var reporter = Value(status.StatusGroups[0]["Reporting-MTA"]) ?? message.From.Mailboxes.FirstOrDefault()?.Address ?? "a server";
        return [.. status.StatusGroups.Skip(1).Select(group => News(group, ids, reporter, sha256, Dated(message, group, heard))).OfType<DeliveryNews>()];
    }

    private static List<string> Ids(MimeMessage message, HeaderList head)
    {
        var ids = new List<string>();
        if (head["Original-Envelope-Id"] is { Length: > 0 } envelope) ids.Add(PlainOf(envelope.Trim()).Trim('<', '>'));
        ids.AddRange(message.BodyParts.OfType<MessagePart>().Select(part => part.Message?.MessageId).OfType<string>());
        // parts of a report that the parser does not open
        ids.AddRange(message.BodyParts.OfType<TextPart>().Where(part => part.ContentType.IsMimeType("text", "rfc822-headers"))
            .Select(part => MessageIdLine().Match(part.Text)).Where(found => found.Success).Select(found => found.Groups[1].Value));
        ids.AddRange(message.References);
        if (message.InReplyTo is { } answered) ids.Add(answered);
        return [.. ids.Select(id => OutsideText.Line(id)).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static DeliveryNews? News(HeaderList group, List<string> ids, string reporter, string sha256, Instant at)
    {
        var kind = group["Action"]?.Trim().ToLowerInvariant() switch
        {
            "failed" => MailEventKind.Bounced,
            "delayed" => MailEventKind.Delayed,
            "relayed" => MailEventKind.Relayed,
            "delivered" or "expanded" => MailEventKind.Delivered,
            _ => (MailEventKind?)null,
        };
        var final = Value(group["Final-Recipient"]);
        if (kind is not { } told || (Value(group["Original-Recipient"]) ?? final) is not { } recipient) return null;
        var code = MailEvents.CodeIn(group["Status"] ?? "");
        return new DeliveryNews(ids, new MailEvent
        {
            Recipient = recipient,
            Event = Words.Of(told),
            At = at,
            Code = code,
            Said = Value(group["Diagnostic-Code"]) ?? $"{group["Action"]?.Trim()} {code}".Trim(),
            Source = $"report of {Shown.Briefly(reporter)}",
            OriginalSha256 = sha256,
        }, final ?? recipient);
    }

    private static Instant Dated(MimeMessage message, HeaderList group, Instant heard) =>
        DateUtils.TryParse(group["Last-Attempt-Date"] ?? "", out var attempt) ? Instant.FromDateTimeOffset(attempt)
        : message.Date != default ? Instant.FromDateTimeOffset(message.Date) : heard;

    /// <summary>"smtp; 550 no" without its type, on one line.</summary>
    private static string? Value(string? field)
    {
        var line = WhiteSpace().Replace(field ?? "", " ").Trim();
        var type = line.IndexOf(';', StringComparison.Ordinal);
        return (type < 0 ? line : line[(type + 1)..].Trim()) is { Length: > 0 } text ? text : null;
    }

    // xtext (RFC 3461): "+2B" for "+"
    private static string PlainOf(string text) =>
        Escaped().Replace(text, found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\+([0-9A-F]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^Message-ID:\s*<([^>\s]+)>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageIdLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
