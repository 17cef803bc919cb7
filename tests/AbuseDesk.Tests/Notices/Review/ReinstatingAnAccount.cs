using AbuseDesk.Evidence;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Suspensions;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class ReinstatingAnAccount(Engine engine) : NoticeTest(engine)
{
    private static readonly DraftNoticeRequest Request = new()
    {
        CaseRef = CaseRef,
        Kind = NoticeKind.Reinstatement,
        Conditions = ["Name a person who answers for removals."],
    };

    [Test]
    public async Task It_says_what_was_lifted_since_when_on_what_conditions_and_what_stays_on_record()
    {
        var suspension = await SuspendedAsync();
        Clock.Now = At("2020-12-09T08:00:00Z");
        await Get<TakeEffect>().RunAsync();
        Clock.Now = At("2020-12-11T17:00:00Z");
        await LiftAsync();
        var reference = (await Get<DraftNotice>().RunAsync(People.Ines, Request)).Ref;

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>());
        await ApproveAndSendAsync(reference);
        var text = await TextAsync(reference);

        Assert.That(text, Does.Contain(suspension).And.Contain("S-2020-0001").And.Contain("under clause 9.3"));
        Assert.That(text, Does.Contain("Friday 11 December 2020, 09:00 PST").And.Contain("Friday 11 December 2020, 18:00 CET"));
        Assert.That(text, Does.Contain("Name a person who answers for removals.").And.Contain("3 items of content stand on the record").And.Contain("Sunday 10 January 2021, 23:59 PST"));
        Assert.That(await StatusAsync(reference), Is.EqualTo("sent"));
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Request), Throws.TypeOf<DeskException>().With.Message.Contains("has told the customer already"));
    }

    [Test]
    public async Task A_suspension_that_was_called_off_is_told_of_too()
    {
        await SuspendedAsync();
        await LiftAsync();
        var reference = (await Get<DraftNotice>().RunAsync(People.Ines, Request with { Conditions = [] })).Ref;

        Assert.That(await TextAsync(reference), Does.Contain("It did not take effect.").And.Contain("not subject to a condition"));
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Request), Throws.TypeOf<DeskException>().With.Message.Contains("is draft; redraft or withdraw it"));
    }

    [Test]
    public async Task Its_conditions_can_be_redrafted()
    {
        await SuspendedAsync();
        await LiftAsync();
        var reference = (await Get<DraftNotice>().RunAsync(People.Ines, Request)).Ref;

        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new());
        Assert.That(await TextAsync(reference), Does.Contain("Name a person who answers for removals."));
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new() { Conditions = ["Remove item 2.", " "] });
        Assert.That(await TextAsync(reference), Does.Contain("Remove item 2.").And.Not.Contain("Name a person"));
        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new() { Conditions = [""] });
        Assert.That(await TextAsync(reference), Does.Contain("not subject to a condition"));
    }

    [Test]
    public async Task What_is_missing_is_said()
    {
        await FileAsync(1);
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Request), Throws.TypeOf<DeskException>().With.Message.Contains("has had no suspension"));
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Request with { Kind = NoticeKind.Warning }), Throws.TypeOf<DeskException>().With.Message.Contains("Conditions go with a reinstatement only"));
        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Request with { ContractPath = "cure" }), Throws.TypeOf<DeskException>().With.Message.Contains("leave the contract path"));
    }

    [Test]
    public async Task A_suspension_that_stands_is_lifted_first()
    {
        await SuspendedAsync();

        Assert.That(() => Get<DraftNotice>().RunAsync(People.Ines, Request), Throws.TypeOf<DeskException>().With.Message.Contains("S-2020-0001 is scheduled; call it off"));
    }

    private async Task<string> SuspendedAsync()
    {
        var suspension = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, suspension);
        await Get<SendNotice>().RunAsync(People.Ines, suspension);
        Clock.Now += Duration.FromMinutes(5);
        return suspension;
    }

    private async Task LiftAsync() => await Get<LiftSuspension>().RunAsync(People.Ruth, "S-2020-0001", "They mended it.");

    private async Task ApproveAndSendAsync(string reference)
    {
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        await Get<SendNotice>().RunAsync(People.Ines, reference);
    }

    private async Task<string> TextAsync(string reference)
    {
        var row = await Get<NoticeRecords>().GetAsync(reference);
        var text = System.Text.Encoding.UTF8.GetString(await Get<IEvidenceStore>().ReadAsync((await Get<NoticeRecords>().VersionsAsync(row.Id))[^1].TextSha256));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
