using Markdig.Syntax;

namespace AbuseDesk.Notices.Templates.Reading;

/// <summary>Nothing that stands in a template may be left out of a notice in silence.</summary>
internal static class Contents
{
    /// <summary>Throws if a block holds anything but what its reader looks for.</summary>
    /// <exception cref="DeskException">Another kind of block stands inside, perhaps for want of an empty line.</exception>
    public static void Expect(this InlineReader inlines, ContainerBlock container, string what, params Type[] known)
    {
        var other = container.FirstOrDefault(block => !known.Contains(block.GetType()));
        if (other is null)
            return;
        var words = other is LeafBlock leaf ? $" ('{Runs.PlainText(inlines.Read(leaf.Inline))}')" : "";
        throw inlines.Error($"a {other.GetType().Name}{words} stands inside {what}, where it would be lost; leave a line empty before it.");
    }
}
