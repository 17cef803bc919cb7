using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbuseDesk.Web.Components;

/// <summary>A sentence in which references are links. <c>&lt;desk-text text="@entry.Summary"/&gt;</c></summary>
public sealed partial class DeskTextTagHelper : TagHelper
{
    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var from = 0;
        foreach (var match in Reference().Matches(Text).Cast<Match>())
        {
            output.Content.Append(Text[from..match.Index]);
            var folder = match.Value[0] switch { 'C' => "cases", 'D' => "deadlines", _ => "notices" };
            output.Content.AppendHtml($"""<a class="link ref" href="/{folder}/{match.Value}">{match.Value}</a>""");
            from = match.Index + match.Length;
        }

        output.Content.Append(Text[from..]);
    }

    [GeneratedRegex(@"\b[CDN]-[0-9]{4}-[0-9]{4,}\b")]
    private static partial Regex Reference();
}
