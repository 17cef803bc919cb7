using AbuseDesk.Notices.Changes;

namespace AbuseDesk.Tests.Web;

public sealed class ShowingWhatChanged
{
    [Test]
    public void The_same_words_differ_in_nothing_however_their_lines_break() =>
        Assert.That(TextChanges.Between("One two\nthree.\n\nFour.", "One two three.\r\n\r\n\r\nFour."), Is.Empty);

    [Test]
    public void A_word_that_took_anothers_place_stands_between_its_neighbours() =>
        Assert.That(Shown("We keep all data.\n\nEnd.", "We preserve all data.\n\nEnd."), Is.EqualTo(new[] { "We [-keep-] [+preserve+] all data." }));

    [Test]
    public void A_paragraph_that_came_or_went_is_shown_whole()
    {
        Assert.That(Shown("A.\n\nB.", "A.\n\nNew here.\n\nB."), Is.EqualTo(new[] { "[+New here.+]" }));
        Assert.That(Shown("A.\n\nOld here.\n\nB.", "A.\n\nB."), Is.EqualTo(new[] { "[-Old here.-]" }));
    }

    [Test]
    public void Far_from_a_change_words_are_left_out()
    {
        var before = string.Join(' ', Enumerable.Range(1, 60));

        var shown = Shown(before + " a", before + " b");

        Assert.That(shown, Is.EqualTo(new[] { "… 53 54 55 56 57 58 59 60 [-a-] [+b+]" }));
    }

    [Test]
    public void Rules_drawn_with_signs_are_no_words() =>
        Assert.That(TextChanges.Between("Title\n=====\n\nText -- so.", "Title\n========\n\nText -- so."), Is.Empty);

    [Test]
    public void Two_texts_without_anything_in_common_are_compared_quickly()
    {
        var (older, newer) = (string.Join(' ', Enumerable.Range(0, 9000)), string.Join(' ', Enumerable.Range(10_000, 9000)));

        Assert.That(Shown(older, newer), Has.Length.EqualTo(1));
    }

    private static string[] Shown(string older, string newer) =>
        [.. TextChanges.Between(older, newer).Select(passage => string.Join(' ', passage.Select(run => run.Change switch
        {
            Change.Struck => $"[-{run.Text}-]",
            Change.Added => $"[+{run.Text}+]",
            _ => run.Text,
        })))];
}
