using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Mail.Receiving;

/// <summary>Reads what Amazon SES tells of a mail: an event or a notification, also inside of a message of SNS.</summary>
public static class SesEvents
{
    /// <param name="json">One document.</param>
    /// <param name="sha256">Of its bytes.</param>
    /// <param name="heard">What an event without an instant counts as.</param>
    /// <returns>Empty where it is of a kind that says nothing of delivery: Send, Open, Click.</returns>
    /// <exception cref="DeskException">It is no event of SES.</exception>
    public static IReadOnlyList<DeliveryNews> Read(string json, string? sha256, Instant heard)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && Text(root, "Type") == "Notification" && Text(root, "Message") is { } inner) return Read(inner, sha256, heard);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("mail", out var mail) || (Text(root, "eventType") ?? Text(root, "notificationType")) is not { } kind)
                throw NoEvent();
            var ids = Ids(mail);
            return [.. Of(kind, root, mail).Select(told => told.ToNews(ids, sha256, heard))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw NoEvent();
        }

        static DeskException NoEvent() => new("This is no event of Amazon SES; give the JSON that SES publishes, with “eventType” and “mail”.");
    }

    private static IReadOnlyList<string> Ids(JsonElement mail)
    {
        var ids = new List<string?> { Text(mail, "messageId"), mail.TryGetProperty("commonHeaders", out var common) ? Text(common, "messageId") : null };
        if (mail.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Array)
            ids.AddRange(headers.EnumerateArray().Where(header => string.Equals(Text(header, "name"), "Message-ID", StringComparison.OrdinalIgnoreCase)).Select(header => Text(header, "value")));
        return [.. ids.OfType<string>().Select(id => OutsideText.Line(id).Trim('<', '>', ' ')).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<Told> Of(string kind, JsonElement root, JsonElement mail) => kind switch
    {
        "Bounce" when root.TryGetProperty("bounce", out var bounce) => Each(bounce, "bouncedRecipients").Select(one => new Told(
            MailEventKind.Bounced, Address(one), Text(bounce, "timestamp"), Code(bounce, one), Text(one, "diagnosticCode") ?? $"{Text(bounce, "bounceType")} {Text(bounce, "bounceSubType")}")),
        "Complaint" when root.TryGetProperty("complaint", out var complaint) => Each(complaint, "complainedRecipients").Select(one => new Told(
            MailEventKind.Complained, Address(one), Text(complaint, "timestamp"), null, Text(complaint, "complaintFeedbackType") ?? "complaint")),
        "Delivery" when root.TryGetProperty("delivery", out var delivery) => Each(delivery, "recipients").Select(one => new Told(
            MailEventKind.Delivered, Address(one), Text(delivery, "timestamp"), null, Text(delivery, "smtpResponse") ?? "delivered")),
        "DeliveryDelay" when root.TryGetProperty("deliveryDelay", out var delay) => Each(delay, "delayedRecipients").Select(one => new Told(
            MailEventKind.Delayed, Address(one), Text(delay, "timestamp"), Text(one, "status"), Text(one, "diagnosticCode") ?? Text(delay, "delayType") ?? "delayed")),
        "Reject" when root.TryGetProperty("reject", out var reject) => Each(mail, "destination").Select(one => new Told(
            MailEventKind.Failed, Address(one), Text(mail, "timestamp"), null, $"Rejected by Amazon SES: {Text(reject, "reason")}")),
        _ => [],
    };

    // what SES gave up for the moment says nothing against the address
    private static string? Code(JsonElement bounce, JsonElement recipient) =>
        Text(recipient, "status") ?? (Text(bounce, "bounceType") switch { "Transient" => "4.0.0", "Permanent" => "5.0.0", _ => null });

    private static List<JsonElement> Each(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string Address(JsonElement recipient)
    {
        var text = (recipient.ValueKind == JsonValueKind.String ? recipient.GetString() : Text(recipient, "emailAddress")) ?? "";
        return MimeKit.MailboxAddress.TryParse(text, out var mailbox) ? mailbox.Address : text;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Told(MailEventKind Kind, string Recipient, string? Timestamp, string? Code, string Said)
    {
        public DeliveryNews ToNews(IReadOnlyList<string> ids, string? sha256, Instant heard) => new(ids, new MailEvent
        {
            Recipient = Recipient,
            Event = Words.Of(Kind),
            At = OffsetDateTimePattern.ExtendedIso.Parse(Timestamp ?? "") is { Success: true } read ? read.Value.ToInstant() : heard,
            Code = Code is null ? null : MailEvents.CodeIn(Code),
            Said = Said,
            Source = "Amazon SES",
            OriginalSha256 = sha256,
        }, Recipient);
    }
}
