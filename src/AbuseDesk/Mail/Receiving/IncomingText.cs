using System.Net;
using System.Text.RegularExpressions;
using MimeKit;

namespace AbuseDesk.Mail.Receiving;

/// <summary>What a mail says, as plain text: for people to read, not as proof.</summary>
internal static partial class IncomingText
{
    private const int LargestHtml = 500_000;

    public static string Of(MimeMessage message, int longest)
    {
        var text = message.TextBody is { Length: > 0 } plain ? plain : message.HtmlBody is { Length: > 0 and <= LargestHtml } html ? Plain(html) : "";
        var clean = string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();
        return clean.Length <= longest ? clean : clean[..longest] + "\n…";
    }

    private static string Plain(string html) =>
        ManyLines().Replace(WebUtility.HtmlDecode(Tag().Replace(Break().Replace(Unseen().Replace(html, ""), "\n"), "")), "\n\n");

    [GeneratedRegex("<(script|style|head)\\b.*?</\\1\\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex("<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\n\\s*\n\\s*", RegexOptions.None, 1000)]
    private static partial Regex ManyLines();
}
