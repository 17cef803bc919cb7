using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AbuseDesk.Web.Components;

/// <summary>Words in a drawing. In Razor <c>&lt;text&gt;</c> means something else, so that SVG's own cannot be written there.</summary>
public sealed class DeskWordsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = "text";
}
