using MimeKit;

namespace AbuseDesk.Mail.Receiving;

/// <summary>The files that came with a mail. Whatever is left out stands in the original, which is kept.</summary>
internal static class IncomingFiles
{
    private const int Most = 100;

    public static IReadOnlyList<IncomingFile> Of(MimeMessage message)
    {
        var files = new List<IncomingFile>();
        foreach (var part in message.BodyParts.Where(IsFile).Take(Most))
        {
            using var bytes = new MemoryStream();
            if (part is MessagePart { Message: { } inner }) inner.WriteTo(bytes);
            else if (part is MimePart { Content: { } content }) content.DecodeTo(bytes);
            files.Add(new IncomingFile(Name(part, files.Count + 1), bytes.ToArray()));
        }

        return files;
    }

    private static bool IsFile(MimeEntity part) =>
        part is MessagePart || part is MimePart { FileName: { Length: > 0 } } || part is MimePart and not TextPart && !part.ContentType.IsMimeType("application", "pgp-signature") || part.IsAttachment;

    private static string Name(MimeEntity part, int number)
    {
        if (part is MessagePart { Message: { } inner }) return $"{OutsideText.Line(inner.Subject is { Length: > 0 } subject ? subject.Replace('/', '-').Replace('\\', '-') : $"message {number}", 80)}.eml";
        var given = (part as MimePart)?.FileName ?? "";
        // a sender may write a path, of whatever system
        var name = given.Split('/', '\\')[^1];
        return OutsideText.Line(name, 120) is { Length: > 0 } clean ? clean : $"attachment {number}";
    }
}
