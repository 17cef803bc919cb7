using AbuseDesk.Cases;
using AbuseDesk.Notices;
using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Facts;
using AbuseDesk.Notices.Review;
using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Staff;
using Dapper;
using MimeKit;
using NodaTime;

namespace AbuseDesk.Tests.Notices.Review;

public sealed class ReviewingANotice(Engine engine) : NoticeTest(engine)
{
    [Test]
    public async Task A_lawyer_approves_and_the_bytes_sent_are_the_bytes_approved()
    {
        var reference = await SubmittedAsync();

        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        await Get<SendNotice>().RunAsync(People.Ines, reference);

        var version = (await Get<NoticeRecords>().VersionsAsync((await Get<NoticeRecords>().GetAsync(reference)).Id))[^1];
        var message = await QueuedAsync("suspension");
        var attached = (MimePart)message.Attachments.Single();
        using var pdf = new MemoryStream();
        await attached.Content!.DecodeToAsync(pdf);
        Assert.That(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf.ToArray())), Is.EqualTo(version.PdfSha256));
        Assert.That(message.To.Mailboxes.Single().Address, Is.EqualTo("legal@perch.example"));
        Assert.That(message.Cc.Mailboxes.Select(box => box.Address), Is.EqualTo(new[] { "abuse@perch.example", "owner@perch.example" }));
        Assert.That(message.TextBody, Does.Contain("2 of 3 were still available"));
        Assert.That(await StatusAsync(reference), Is.EqualTo("sent"));
    }

    [Test]
    public async Task The_author_cannot_approve()
    {
        var reference = await SubmittedAsync();
        var inesAsLawyer = People.Ines with { Roles = new HashSet<Role> { Role.Agent, Role.Legal } };

        Assert.That(() => Get<ApproveNotice>().RunAsync(inesAsLawyer, reference),
            Throws.TypeOf<DeskException>().With.Message.EqualTo($"You drafted {reference}; another lawyer must approve it."));
    }

    [Test]
    public async Task A_lawyer_who_compiled_a_version_cannot_approve_that_version()
    {
        var reference = await SubmittedAsync();
        await Get<RedraftNotice>().RunAsync(People.Ruth, reference, new RedraftNoticeRequest());
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>().With.Message.EqualTo(
            $"You compiled version 2 of {reference}, so you cannot approve it; ask ines to redraft it, then you can approve the version that comes of it."));
        var failed = (await Get<NoticeChecks>().RunAsync(reference)).Checks.Where(check => !check.Passed);
        Assert.That(failed.Single().Sentence, Is.EqualTo("Ruth Ostrander compiled this version and cannot approve it; somebody else must redraft it."));

        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest());
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Assert.That(await StatusAsync(reference), Is.EqualTo("approved"));
    }

    [Test]
    public async Task A_kind_that_needs_no_review_is_not_approved()
    {
        await FileAsync(1);
        await ForwardAsync();
        await CheckAsync(1, CheckOutcome.StillUp);
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Warning });

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, drafted.Ref),
            Throws.TypeOf<DeskException>().With.Message.EqualTo($"{drafted.Ref} is a warning, which needs no legal review; send it."));
    }

    [Test]
    public async Task Nobody_sends_a_version_that_they_have_not_looked_at()
    {
        await FileAsync(1);
        await ForwardAsync();
        await CheckAsync(1, CheckOutcome.StillUp);
        var drafted = await Get<DraftNotice>().RunAsync(People.Ines, new DraftNoticeRequest { CaseRef = CaseRef, Kind = NoticeKind.Warning });
        await Get<RedraftNotice>().RunAsync(People.Tomas, drafted.Ref, new RedraftNoticeRequest());

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, drafted.Ref, seen: 1),
            Throws.TypeOf<DeskException>().With.Message.Contains("is at version 2 by now, and you looked at version 1"));
        await Get<SendNotice>().RunAsync(People.Ines, drafted.Ref, seen: 2);
        Assert.That(await StatusAsync(drafted.Ref), Is.EqualTo("sent"));
    }

    [Test]
    public async Task Nobody_without_the_role_legal_can_approve_or_return()
    {
        var reference = await SubmittedAsync();

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Maren, reference), Throws.TypeOf<DeskException>().With.Message.Contains("role legal"));
        Assert.That(() => Get<ReturnNotice>().RunAsync(People.Auditor, reference, "No."), Throws.TypeOf<DeskException>().With.Message.Contains("role legal"));
        Assert.That(await StatusAsync(reference), Is.EqualTo("in-review"));
    }

    [Test]
    public async Task A_lawyer_whose_name_is_not_printed_cannot_approve()
    {
        var reference = await SubmittedAsync();
        var other = new Actor("rhea", "Rhea Lund", new HashSet<Role> { Role.Legal });

        Assert.That(() => Get<ApproveNotice>().RunAsync(other, reference), Throws.TypeOf<DeskException>().With.Message.Contains("prints the name of ruth"));
    }

    [Test]
    public async Task A_returned_notice_comes_back_with_its_comment_and_goes_on_as_the_next_version()
    {
        var reference = await SubmittedAsync();

        await Get<ReturnNotice>().RunAsync(People.Ruth, reference, "Name the hour in Paris.");
        Assert.That(await StatusAsync(reference), Is.EqualTo("returned"));
        Assert.That(() => Get<SubmitNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>());
        var redrafted = await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest { Comment = "Named." });
        await Get<SubmitNotice>().RunAsync(People.Ines, reference);
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);

        Assert.That(redrafted.Version, Is.EqualTo(2));
        var reviews = await Get<NoticeRecords>().ReviewsAsync((await Get<NoticeRecords>().GetAsync(reference)).Id);
        Assert.That(reviews.Select(review => (review.NoticeVersion, review.Act, review.Comment)), Is.EqualTo(new[]
        {
            (1, "submitted", null), (1, "returned", "Name the hour in Paris."), (2, "submitted", null), (2, "approved", (string?)null),
        }));
    }

    [Test]
    public async Task An_item_removed_after_approval_voids_it_and_names_the_figure()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        Clock.Now += Duration.FromHours(1);
        await CheckAsync(2, CheckOutcome.Removed);

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>()
            .With.Message.Contains("items removed: 1 in the notice, 2 on record")
            .And.Message.Contains("items still up: 2 in the notice, 1 on record"));

        Assert.That(await StatusAsync(reference), Is.EqualTo("draft"));
        Assert.That(await CountAsync("reviews where act = 'voided'"), Is.EqualTo(1));
        Assert.That(await CountAsync("outbox where kind = 'suspension'"), Is.Zero);
    }

    [Test]
    public async Task An_edit_after_approval_voids_the_approval()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);

        await Get<RedraftNotice>().RunAsync(People.Ines, reference, new RedraftNoticeRequest
        {
            Effective = PromisedTime.Parse("2020-12-09T23:59", "America/Los_Angeles"),
        });

        Assert.That(await StatusAsync(reference), Is.EqualTo("draft"));
        Assert.That((await Get<NoticeRecords>().GetAsync(reference)).ApprovedBy, Is.Null);
        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>().With.Message.Contains("would have to be approved"));
    }

    [Test]
    public async Task Evidence_that_was_changed_blocks_the_approval()
    {
        var reference = await SubmittedAsync();
        var sha256 = await Database.ReadAsync(connection => connection.ExecuteScalarAsync<string>(
            "select c.sha256 from screenshots s join captures c on c.id = s.capture_id join items i on i.id = s.item_id where i.number = 2"));
        var file = Directory.EnumerateFiles(Desk.Settings.Evidence, sha256!, SearchOption.AllDirectories).Single();
        File.SetAttributes(file, FileAttributes.Normal);
        await File.AppendAllTextAsync(file, "x");

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference), Throws.TypeOf<DeskException>().With.Message.Contains("evidence of item 2"));
    }

    [Test]
    public async Task A_path_that_the_record_does_not_prove_blocks_and_says_what_would_resolve_it()
    {
        var reference = await SubmittedAsync("cure");

        Assert.That(() => Get<ApproveNotice>().RunAsync(People.Ruth, reference),
            Throws.TypeOf<DeskException>().With.Message.Contains("The cure path gives 30 days").And.Message.Contains("immediate path"));
    }

    [Test]
    public async Task A_notice_is_sent_once()
    {
        var reference = await SubmittedAsync();
        await Get<ApproveNotice>().RunAsync(People.Ruth, reference);
        await Get<SendNotice>().RunAsync(People.Ines, reference);

        Assert.That(() => Get<SendNotice>().RunAsync(People.Ines, reference), Throws.TypeOf<DeskException>().With.Message.Contains("it is sent"));
        Assert.That(() => Get<RedraftNotice>().RunAsync(People.Ines, reference, new()), Throws.TypeOf<DeskException>().With.Message.Contains("stays as it is"));
        Assert.That(await CountAsync("outbox where kind = 'suspension'"), Is.EqualTo(1));
    }

    private async Task<MimeMessage> QueuedAsync(string kind)
    {
        var mime = await Database.ReadAsync(connection => connection.QuerySingleAsync<byte[]>("select mime from outbox where kind = @kind", new { kind }));
        using var stream = new MemoryStream(mime);
        return await MimeMessage.LoadAsync(stream);
    }
}
