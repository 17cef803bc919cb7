using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace AbuseDesk.Mail.Receiving;

/// <summary>Reads the bytes of a mail; bytes that are none are a mail too, a broken one.</summary>
public static partial class ReadIncoming
{
    private const int LongestText = 20_000;

    /// <param name="bytes">As they came.</param>
    /// <param name="now">When they are read.</param>
    public static IncomingMail Read(byte[] bytes, Instant now)
    {
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(bytes, writable: false));
            return message.Headers.Count == 0 ? Broken(bytes, "It has no header.") : Of(message, bytes, now);
        }
#pragma warning disable CA1031 // whatever a sender can write must not keep the other mails from being read
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Broken(bytes, Shown.Briefly(e.Message));
        }
#pragma warning restore CA1031
    }

    private static IncomingMail Broken(byte[] bytes, string problem) => new() { Bytes = bytes, Kind = IncomingKind.Broken, Problem = $"This is no mail that can be read: {problem}" };

    private static IncomingMail Of(MimeMessage message, byte[] bytes, Instant now)
    {
        var from = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var mail = new IncomingMail
        {
            Bytes = bytes,
            Kind = DeliveryReport.Is(message) ? IncomingKind.Report : IsAutomatic(message) ? IncomingKind.Automatic : IncomingKind.Person,
            MessageId = OutsideText.Line(message.MessageId) is { Length: > 0 } id ? id : null,
            FromName = OutsideText.Line(from?.Name),
            FromAddress = OutsideText.Line(from?.Address) is { Length: > 0 } address ? address : null,
            Subject = OutsideText.Line(message.Subject),
            SentAt = message.Date == default ? null : Instant.FromDateTimeOffset(message.Date),
            ReceivedAt = ReceivedAt(message, now),
            Answers = [.. new[] { message.InReplyTo }.OfType<string>().Concat(message.References.Reverse()).Select(id => OutsideText.Line(id)).Distinct(StringComparer.Ordinal).Take(50)],
            Names = [.. Named(message).Distinct(StringComparer.Ordinal)],
            Text = IncomingText.Of(message, LongestText),
        };
        return mail with
        {
            Files = mail.Kind == IncomingKind.Report ? [] : IncomingFiles.Of(message),
            News = mail.Kind == IncomingKind.Report ? DeliveryReport.Read(message, mail.Sha256, now) : [],
        };
    }

    /// <summary>RFC 3834 and what machines wrote before it; a mail without a return path is a machine's too.</summary>
    private static bool IsAutomatic(MimeMessage message)
    {
        var submitted = message.Headers[HeaderId.AutoSubmitted]?.Split(';', '(')[0].Trim();
        if (submitted is { Length: > 0 }) return !submitted.Equals("no", StringComparison.OrdinalIgnoreCase);
        var precedence = message.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant();
        return precedence is "bulk" or "junk" or "list" or "auto_reply"
            || message.Headers.Contains("X-Autoreply") || message.Headers.Contains("X-Autorespond") || message.Headers.Contains("X-Auto-Reply-From")
            || message.Headers.Contains(HeaderId.ListId)
            || message.Headers[HeaderId.ReturnPath]?.Trim() == "<>"
            || message.From.Mailboxes.FirstOrDefault()?.Address.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase) == true;
    }

    // the topmost trace was written last, by the server that keeps the mailbox
    private static Instant? ReceivedAt(MimeMessage message, Instant now)
    {
        var trace = message.Headers[HeaderId.Received];
        return trace is not null && DateUtils.TryParse(trace[(trace.LastIndexOf(';') + 1)..].Trim(), out var date) && Instant.FromDateTimeOffset(date) is var at && at <= now ? at : null;
    }

    private static IEnumerable<string> Named(MimeMessage message)
    {
        string[] addressed = [.. message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(one => one.Address), message.Headers["Delivered-To"] ?? "", message.Headers["X-Original-To"] ?? ""];
        foreach (var address in addressed)
            foreach (Match found in Plus().Matches(address)) yield return found.Groups[1].Value.ToUpperInvariant();
        foreach (Match found in Reference().Matches(message.Subject ?? "")) yield return found.Value.ToUpperInvariant();
    }

    [GeneratedRegex(@"\+([CND]-\d{4}-\d{4,9})@", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Plus();

    [GeneratedRegex(@"(?<![\w-])[CND]-\d{4}-\d{4,9}(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
