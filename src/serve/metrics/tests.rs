use super::*;

#[test]
fn requests_are_counted_by_path_and_status() {
    let metrics = Metrics::default();
    metrics.answered(Some(Route::Check), 200, Duration::from_millis(20));
    metrics.answered(Some(Route::Check), 200, Duration::from_secs(60));
    metrics.answered(Some(Route::Check), 422, Duration::from_millis(5));
    metrics.answered(None, 404, Duration::ZERO);
    metrics.checked(3, 7);
    let text = {
        let _one = metrics.begin();
        metrics.text(true)
    };
    for line in [
        "gainsay_requests_total{path=\"/v1/check\",status=\"200\"} 2",
        "gainsay_requests_total{path=\"/v1/check\",status=\"422\"} 1",
        "gainsay_requests_total{path=\"other\",status=\"404\"} 1",
        "gainsay_request_duration_seconds_bucket{path=\"/v1/check\",le=\"0.005\"} 1",
        "gainsay_request_duration_seconds_bucket{path=\"/v1/check\",le=\"0.01\"} 1",
        "gainsay_request_duration_seconds_bucket{path=\"/v1/check\",le=\"0.025\"} 2",
        "gainsay_request_duration_seconds_bucket{path=\"/v1/check\",le=\"10\"} 2",
        "gainsay_request_duration_seconds_bucket{path=\"/v1/check\",le=\"+Inf\"} 3",
        "gainsay_request_duration_seconds_sum{path=\"/v1/check\"} 60.025",
        "gainsay_request_duration_seconds_count{path=\"/v1/check\"} 3",
        "gainsay_articles_total 3",
        "gainsay_findings_total 7",
        "gainsay_requests_in_flight 1",
        "gainsay_ready 1",
    ] {
        assert!(text.lines().any(|other| other == line), "{line} is not in\n{text}");
    }
    assert!(metrics.text(false).contains("gainsay_requests_in_flight 0\n"));
}

#[test]
fn every_figure_has_a_type() {
    let metrics = Metrics::default();
    metrics.answered(Some(Route::Health), 200, Duration::ZERO);
    let text = metrics.text(true);
    let typed = |line: &&str| {
        let name = line.split(['{', ' ']).next().unwrap();
        let base =
            ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
        !text.contains(&format!("# TYPE {base} "))
    };
    let untyped: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).filter(typed).collect();
    assert_eq!(untyped, Vec::<&str>::new());
}
