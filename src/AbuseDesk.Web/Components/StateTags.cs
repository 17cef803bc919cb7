using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbuseDesk.Web.Components;

/// <summary>The state of an item, a verdict or a notice. <c>&lt;desk-is state="still-up"/&gt;</c></summary>
public sealed class DeskIsTagHelper(Sprite sprite) : MarkedWordTagHelper(sprite)
{
    public required string State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (classes, mark, word) = State switch
        {
            "removed" => ("is gone", "ok", "Removed"),
            "still-up" => ("is", "up", "Still up"),
            "unreachable" => ("is", "unr", "Unreachable"),
            "unchecked" => ("is", null, "Unchecked"),
            "met" => ("is ok", "ok", "Met"),
            "partly-met" => ("is", "part", "Met in part"),
            "not-met" => ("is no", "no", "Not met"),
            "sent" => ("is ok", "ok", "Sent"),
            "approved" => ("is ok", "ok", "Approved"),
            "in-review" => ("turn", "legal", "In review"),
            "returned" => ("is no", "no", "Returned"),
            "withdrawn" => ("is", "part", "Withdrawn"),
            _ => ("is", (string?)null, Capital(State)),
        };
        Write(output, classes, mark, word);
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..].Replace('-', ' ');
}

/// <summary>The checks of an item, oldest first. <c>&lt;desk-looks outcomes="@outcomes"/&gt;</c></summary>
public sealed class DeskLooksTagHelper(Sprite sprite) : TagHelper
{
    private const int Shown = 4;

    public IReadOnlyList<string> Outcomes { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "looks");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Said());
        foreach (var outcome in Outcomes.TakeLast(Shown))
        {
            output.Content.AppendHtml(outcome switch
            {
                "removed" => $"""<span class="gone">{sprite.Mark("ok")}</span>""",
                "still-up" => sprite.Mark("up"),
                _ => sprite.Mark("unr"),
            });
        }
    }

    private string Said() => Outcomes.Count switch
    {
        0 => "not checked yet",
        1 => $"1 check: {Word(Outcomes[0])}",
        var n => $"{n} checks: {string.Join(", then ", Outcomes.TakeLast(Shown).Select(Word))}",
    };

    private static string Word(string outcome) => outcome.Replace('-', ' ');
}
