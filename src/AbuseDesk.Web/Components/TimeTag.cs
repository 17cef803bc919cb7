using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace AbuseDesk.Web.Components;

/// <summary>How a time is written.</summary>
public enum TimeForm
{
    Full,
    Whole,
    Near,
    Brief,
    Day,
    Date,
    Clock,
}

/// <summary>An instant in the desk's zone, with the exact UTC behind it. <c>&lt;desk-time at="…" form="Near"/&gt;</c></summary>
public sealed class DeskTimeTagHelper(DeskTimes times) : TagHelper
{
    public Instant At { get; set; }

    public TimeForm Form { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", DeskTimes.Utc(At));
        output.Attributes.SetAttribute("title", DeskTimes.Utc(At));
        output.Content.SetContent(Form switch
        {
            TimeForm.Whole => times.Whole(At),
            TimeForm.Near => times.Near(At),
            TimeForm.Brief => times.Brief(At),
            TimeForm.Day => times.Day(At),
            TimeForm.Date => times.Date(At),
            TimeForm.Clock => times.Local(At, "HH:mm"),
            _ => times.Full(At),
        });
    }
}
