using AbuseDesk.Notices.Changes;

namespace AbuseDesk.Tests.Notices.Changes;

public sealed class FindingAParagraphAgain
{
    [Test]
    public void The_same_words_are_the_same_paragraph_however_lines_break_and_whatever_number_they_print() =>
        Assert.That(Found("1.1   First here.\n\n1.2   Second\n      words.", 2, "1.1   New one.\n\n1.2   First here.\n\n1.3   Second words."), Is.EqualTo((3, "1.3", "Second words.")));

    [Test]
    public void Words_that_moved_past_others_are_found_where_they_stand_now() =>
        Assert.That(Found("Alpha beta.\n\nGamma delta.\n\nEpsilon.", 1, "Gamma delta.\n\nEpsilon.\n\nAlpha beta."), Is.EqualTo((3, (string?)null, "Alpha beta.")));

    [Test]
    public void Of_two_paragraphs_with_the_same_words_each_is_found_in_its_order() =>
        Assert.That(Found("Same.\n\nMiddle.\n\nSame.", 3, "Same.\n\nMiddle.\n\nSame."), Is.EqualTo((3, (string?)null, "Same.")));

    [Test]
    public void A_paragraph_that_was_reworded_is_what_took_its_place_and_not_its_neighbour() =>
        Assert.That(
            Found("Head.\n\nThis one goes for good.\n\n61 of 98 items were still up.\n\nEnd.", 3, "Head.\n\n60 of 98 items were still up.\n\nEnd."),
            Is.EqualTo((2, (string?)null, "60 of 98 items were still up.")));

    [Test]
    public void A_paragraph_that_was_taken_out_is_nowhere() =>
        Assert.That(Found("Head.\n\nThis one goes.\n\nEnd.", 2, "Head.\n\nEnd."), Is.Null);

    private static (int, string?, string)? Found(string older, int ordinal, string newer)
    {
        var then = TextParagraphs.Of(older);
        return ParagraphPlace.Find(then[ordinal - 1], then, TextParagraphs.Of(newer)) is { } found ? (found.Ordinal, found.Label, found.Words) : null;
    }
}
