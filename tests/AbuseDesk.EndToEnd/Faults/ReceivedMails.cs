using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AbuseDesk.Tests.Mail;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>A mail as it lies in a mailbox.</summary>
internal sealed record ReceivedMail(string Mailbox, string MessageId, string Sha256);

/// <summary>What came to the receiving server from one desk, told by the domain of its Message-IDs.</summary>
internal static partial class ReceivedMails
{
    public static IReadOnlyList<ReceivedMail> Read(MailServer server, string domain) =>
    [
        .. from folder in Directory.EnumerateDirectories(server.Mailboxes, "new", SearchOption.AllDirectories)
           let parts = Path.GetRelativePath(server.Mailboxes, folder).Split(Path.DirectorySeparatorChar)
           from file in Directory.EnumerateFiles(folder)
           let text = Encoding.Latin1.GetString(File.ReadAllBytes(file)).ReplaceLineEndings("\n")
           let id = MessageId().Match(text).Groups[1].Value
           where id.EndsWith("@" + domain, StringComparison.Ordinal)
           select new ReceivedMail($"{parts[1]}@{parts[0]}", id, Hash(WithoutTrace(text))),
    ];

    /// <summary>Of what must arrive: line ends are the server's.</summary>
    public static string HashOf(byte[] mime) => Hash(Encoding.Latin1.GetString(mime).ReplaceLineEndings("\n"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text)));

    // servers write the way that a mail took above it
    private static string WithoutTrace(string text)
    {
        var rest = text.IndexOf('\n', text.IndexOf("Received:", StringComparison.Ordinal)) + 1;
        while (text[rest] is ' ' or '\t') rest = text.IndexOf('\n', rest) + 1;
        return text[rest..];
    }

    [GeneratedRegex("^Message-Id: <([^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
