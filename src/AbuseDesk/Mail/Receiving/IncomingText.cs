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
        return OutsideText.Lines(text, longest);
    }

    private static string Plain(string html)
    {
        try
        {
            return ManyLines().Replace(WebUtility.HtmlDecode(Tag().Replace(Break().Replace(Unseen().Replace(html, ""), "\n"), "")), "\n\n");
        }
        catch (RegexMatchTimeoutException)
        {
            // the original is kept; a page that is made to be hard to read is not read here
            return "";
        }
    }

    [GeneratedRegex("<(script|style|head)\\b.*?</\\1\\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex("<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\n\\s*\n\\s*", RegexOptions.None, 1000)]
    private static partial Regex ManyLines();
}
