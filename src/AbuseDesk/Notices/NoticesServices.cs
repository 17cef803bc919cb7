using AbuseDesk.Notices.Drafting;
using AbuseDesk.Notices.Gathering;
using AbuseDesk.Notices.Pdf;
using AbuseDesk.Notices.Review;
using AbuseDesk.Notices.Review.Comments;
using AbuseDesk.Notices.Sealing;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Notices.Templates;
using AbuseDesk.Notices.Verify;
using AbuseDesk.Notices.Workshop;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Notices;

public static class NoticesServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new FontLibrary([Path.Combine(provider.GetRequiredService<DeskSettings>().Templates, "fonts")]))
            .AddSingleton<PdfWriter>()
            .AddSingleton<PolicyWords>()
            .AddSingleton<GatherLetterFacts>()
            .AddSingleton<GatherFacts>()
            .AddSingleton<EvidenceFiles>()
            .AddSingleton<PrepareDraft>()
            .AddSingleton(provider => new TemplateLibrary(provider.GetRequiredService<DeskSettings>().Templates))
            .AddSingleton<CurrentTemplates>()
            .AddSingleton<RecordedTemplates>()
            .AddSingleton<TemplateRecords>()
            .AddSingleton<TemplateDrafts>()
            .AddSingleton<CheckTemplate>()
            .AddSingleton<PreviewTemplate>()
            .AddSingleton<PublishTemplate>()
            .AddSingleton<CompileNotice>()
            .AddSingleton<KeepVersion>()
            .AddSingleton<DraftNotice>()
            .AddSingleton<RedraftNotice>()
            .AddSingleton<WithdrawNotice>()
            .AddSingleton(provider => ReviewPolicy.Load(
                Path.Combine(provider.GetRequiredService<DeskSettings>().Templates, "policy", "review.yml")))
            .AddSingleton<ReviewEnds>()
            .AddSingleton<TakeOverReview>()
            .AddSingleton<CompareWithRecord>()
            .AddSingleton<CheckSources>()
            .AddSingleton<NoticeChecks>()
            .AddSingleton<ReviewDeadline>()
            .AddSingleton<SubmitNotice>()
            .AddSingleton<ReturnNotice>()
            .AddSingleton<ApproveNotice>()
            .AddSingleton<CommentOnParagraph>()
            .AddSingleton<AnswerComment>()
            .AddSingleton<ResolveComment>()
            .AddSingleton<ReopenComment>()
            .AddSingleton<ReadComments>()
            .AddSingleton<NoticeConsequences>()
            .AddSingleton<NoticeMail>()
            .AddSingleton<SealNotice>()
            .AddSingleton<SealRecords>()
            .AddSingleton(_ => new TimestampServer())
            .AddSingleton<StampSeals>()
            .AddSingleton<TakeBackApproval>()
            .AddSingleton<SendNotice>()
            .AddSingleton<ResendNotice>()
            .AddSingleton<SettleDeadlines>()
            .AddSingleton<VoidApprovals>()
            .AddSingleton<DeliveryAlarm>()
            .AddSingleton<FollowDeliveries>()
            .AddSingleton<NoticeDelivery>()
            .AddSingleton<VerifyNotice>()
            .AddSingleton<VerifySeal>()
            .AddSingleton<NoticeRecords>();
}
