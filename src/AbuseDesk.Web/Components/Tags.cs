using AbuseDesk.Cases;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace AbuseDesk.Web.Components;

/// <summary><c>&lt;desk-mark name="down"/&gt;</c></summary>
public sealed class DeskMarkTagHelper(Sprite sprite) : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(sprite.Mark(Name));
    }
}

/// <summary>A word with its mark before it: never colour alone.</summary>
public abstract class MarkedWordTagHelper(Sprite sprite) : TagHelper
{
    protected void Write(TagHelperOutput output, string classes, string? mark, string word)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", classes);
        if (mark is not null) output.Content.AppendHtml(sprite.Mark(mark));
        output.Content.Append(word);
    }
}

/// <summary>A deadline: how long, and how urgent. <c>&lt;desk-due at="…"/&gt;</c></summary>
public sealed class DeskDueTagHelper(Sprite sprite, DeskTimes times) : MarkedWordTagHelper(sprite)
{
    public Instant? At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } at)
        {
            Write(output, "due", null, "none");
            return;
        }

        var left = at - times.Now;
        var span = DeskTimes.Span(left);
        var (rank, mark) = left <= Duration.Zero ? ("due over", "over")
            : left < Duration.FromHours(3) ? ("due soon", "soon")
            : left < Duration.FromHours(24) ? ("due day", "soon")
            : ("due", null);
        output.Attributes.SetAttribute("title", DeskTimes.Utc(at));
        Write(output, rank, mark, left <= Duration.Zero ? $"{span} over" : span);
    }
}

/// <summary>Whose turn it is. <c>&lt;desk-turn of="legal"/&gt;</c></summary>
public sealed class DeskTurnTagHelper(Sprite sprite) : MarkedWordTagHelper(sprite)
{
    public required string Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (classes, mark, word) = Of switch
        {
            "ours" => ("turn ours", "ours", "Ours"),
            "legal" => ("turn", "legal", "Legal’s"),
            _ => ("turn", "cust", "Customer’s"),
        };
        Write(output, classes, mark, word);
    }
}

/// <summary>One to four bars and the word. <c>&lt;desk-severity of="high"/&gt;</c></summary>
public sealed class DeskSeverityTagHelper(Sprite sprite) : MarkedWordTagHelper(sprite)
{
    public required string Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var severity = Words.Parse<Severity>(Of);
        var bars = (int)severity + 1;
        Write(output, $"sev s{bars}", $"s{bars}", severity.ToString());
    }
}
